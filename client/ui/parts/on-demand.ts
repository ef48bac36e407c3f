import { useEffect, useState } from 'preact/hooks';

/** What is loaded only when somebody asks for it: null while it is on its way, 'failed' when it does not come. */
export function useOnDemand<Module>(load: () => Promise<Module>): Module | 'failed' | null {
  const [module, setModule] = useState<{ readonly got: Module | 'failed' } | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      (got) => gone || setModule({ got }),
      () => gone || setModule({ got: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, []);
  return module?.got ?? null;
}
