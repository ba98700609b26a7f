/** What is packed: the package with its styles. Apart, so that its types know no style sheet. */
import '../shared/ui/tokens.css';

export * from './index';
