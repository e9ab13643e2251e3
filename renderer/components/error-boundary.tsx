import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { words } from '#renderer/i18n/words.ts';

interface Props {
  /** A change of it, such as going to another screen, tries again. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one screen from taking the window with it. React asks for a class here. */
export class ErrorBoundary extends Component<Props, { readonly failedKey: string | null }> {
  override state: { readonly failedKey: string | null } = { failedKey: null };

  static getDerivedStateFromError(): { readonly failedKey: string } {
    return { failedKey: 'failed' };
  }

  override componentDidUpdate(last: Props): void {
    if (last.resetKey !== this.props.resetKey && this.state.failedKey !== null) this.setState({ failedKey: null });
  }

  override render(): ReactNode {
    if (this.state.failedKey === null) return this.props.children;
    return (
      <div className="quietstate is-bad" role="alert">
        <h2>{words.t('shell:part.crashTitle')}</h2>
        <p>{words.t('shell:part.crashText')}</p>
        <div className="acts">
          <Button onPress={() => this.setState({ failedKey: null })}>{words.t('shell:part.tryAgain')}</Button>
        </div>
      </div>
    );
  }
}
