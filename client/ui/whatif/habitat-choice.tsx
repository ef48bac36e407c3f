import { t } from '../../i18n/i18n.ts';

interface Props {
  readonly habitats: number;
  readonly habitat: number;
  readonly onChoose: (habitat: number) => void;
}

export function HabitatChoice({ habitats, habitat, onChoose }: Props) {
  return (
    <label class="choice">
      <span>{t('charts.habitat')}</span>
      <select
        class="input"
        value={String(habitat)}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      >
        {Array.from({ length: habitats }, (_, id) => (
          <option key={id} value={String(id)}>
            {t('charts.habitatNumber', { number: id + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
