import '@fontsource/bricolage-grotesque/700.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/site.css';
import { render } from 'preact';
import { openLanguage } from './i18n/choice.ts';
import { App } from './ui/app.tsx';

const root = document.getElementById('app');
void openLanguage().then(() => {
  if (root) render(<App />, root);
});
