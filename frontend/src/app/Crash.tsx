import { Component, type ReactNode } from 'react';
import { english } from '../shared/text/messages';
import { Banner } from '../shared/ui/Banner';
import { Button } from '../shared/ui/Button';

interface State {
  crashed: boolean;
}

/** What is left to say when a component throws. */
export class Crash extends Component<{ children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) {
      return this.props.children;
    }
    const text = english.shell;
    return (
      <main>
        <Banner
          title={text.crashed}
          actions={<Button onClick={() => window.location.reload()}>{text.reload}</Button>}
        >
          <p>{text.crashedHint}</p>
        </Banner>
      </main>
    );
  }
}
