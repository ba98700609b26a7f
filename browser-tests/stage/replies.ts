/** What a model replies when it is asked for a login flow; the pieces are its nodes, then its edges. */
export const LOGIN_FLOW = {
  title: 'Login flow',
  kind: 'flowchart',
  direction: 'down',
  groups: [],
  shapes: [],
  nodes: [
    { id: 'a', label: 'Open the page', kind: 'start', group: null },
    { id: 'b', label: 'Enter e-mail and password', kind: 'process', group: null },
    { id: 'c', label: 'Correct?', kind: 'decision', group: null },
    { id: 'd', label: 'Show the dashboard', kind: 'end', group: null },
    { id: 'e', label: 'Say what is wrong', kind: 'process', group: null },
  ],
  edges: [
    { from: 'a', to: 'b', label: null },
    { from: 'b', to: 'c', label: null },
    { from: 'c', to: 'd', label: 'yes' },
    { from: 'c', to: 'e', label: 'no' },
    { from: 'e', to: 'b', label: null },
  ],
};

/** What it replies when this flow is to be changed. */
export const WITH_A_CODE = {
  title: '',
  remove: [],
  update: [],
  add_nodes: [{ id: 'f', label: 'Send a code', kind: 'process', group: null }],
  add_edges: [{ from: 'd', to: 'f', label: null }],
};
