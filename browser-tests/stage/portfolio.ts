/** Canvases that look like somebody's work, for the pictures: what was asked for, and what a model replies. */
export const PORTFOLIO: { words: string; more: object; reply: object }[] = [
  {
    words: 'Mind map of remote work: focus, tools, people, health',
    more: { style: 'creative', colorScheme: 'vibrant' },
    reply: diagram('Remote work', 'mind_map', 'right', [
      ['r', 'Remote work'],
      ['f', 'Focus'],
      ['t', 'Tools'],
      ['p', 'People'],
      ['h', 'Health'],
      ['f1', 'Quiet hours'],
      ['f2', 'One thing at a time'],
      ['t1', 'Shared board'],
      ['t2', 'Video calls'],
      ['p1', 'Coffee chats'],
      ['h1', 'Walks'],
    ], ['r-f', 'r-t', 'r-p', 'r-h', 'f-f1', 'f-f2', 't-t1', 't-t2', 'p-p1', 'h-h1']),
  },
  {
    words: 'How an order is handled, from the cart to the parcel',
    more: { tags: ['shop'] },
    reply: diagram('From cart to parcel', 'flowchart', 'right', [
      ['a', 'Cart', 'start'],
      ['b', 'Check the stock'],
      ['c', 'In stock?', 'decision'],
      ['d', 'Pack'],
      ['e', 'Ship', 'end'],
      ['g', 'Tell the customer'],
    ], ['a-b', 'b-c', 'c-d-yes', 'c-g-no', 'd-e']),
  },
  {
    words: 'Who does what in a small design studio',
    more: { style: 'corporate', colorScheme: 'pastel', tags: ['team'] },
    reply: diagram('The studio', 'org_chart', 'down', [
      ['a', 'Director'],
      ['b', 'Design'],
      ['c', 'Engineering'],
      ['d', 'Clients'],
      ['e', 'Type'],
      ['f', 'Motion'],
      ['g', 'Web'],
    ], ['a-b', 'a-c', 'a-d', 'b-e', 'b-f', 'c-g']),
  },
];

type Node = [id: string, label: string, kind?: string];

/** @param edges such as `a-b` or `a-b-label` */
function diagram(title: string, kind: string, direction: string, nodes: Node[], edges: string[]): object {
  return {
    title,
    kind,
    direction,
    groups: [],
    shapes: [],
    nodes: nodes.map(([id, label, role = 'process']) => ({ id, label, kind: role, group: null })),
    edges: edges.map((edge) => {
      const [from, to, label = null] = edge.split('-');
      return { from, to, label };
    }),
  };
}
