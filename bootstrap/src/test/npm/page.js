// What runs in the browser beside the real packages.
import { exportToSvg, loadFromBlob } from '@excalidraw/excalidraw';
import mermaid from 'mermaid';

mermaid.initialize({ startOnLoad: false });
let number = 0;

const squeezed = (text) => text.normalize('NFC').replace(/[\s\u200b\u00a0]+/gu, '');

/** Everything that an image shows, without its spaces: mermaid breaks lines where it likes. */
const shown = (svg) => {
  const image = new DOMParser().parseFromString(svg, 'text/html').body;
  image.querySelectorAll('style, script, title').forEach((it) => it.remove());
  return squeezed(image.textContent);
};

const drawMermaid = async (source, words) => {
  const { svg } = await mermaid.render(`drawing${++number}`, source);
  const problems = [];
  if (svg.includes('Syntax error') || svg.includes('Unsupported markdown')) {
    problems.push('drawn as an error');
  }
  if (/<script/i.test(svg)) {
    problems.push('has a script');
  }
  const text = shown(svg);
  for (const word of words) {
    if (!text.includes(squeezed(word))) {
      problems.push(`does not show: ${word}`);
    }
  }
  return { svg, problems };
};

const boundEnds = (elements) =>
  elements.flatMap((it) => [it.startBinding, it.endBinding]).filter((binding) => binding).length;

const openExcalidraw = async (source) => {
  const file = JSON.parse(source);
  const blob = new Blob([source], { type: 'application/vnd.excalidraw+json' });
  const { elements, appState, files } = await loadFromBlob(blob, null, null);
  const problems = [];
  const alive = elements.filter((it) => !it.isDeleted);
  if (alive.length !== file.elements.length) {
    problems.push(`${file.elements.length} elements became ${alive.length}`);
  }
  if (boundEnds(alive) !== boundEnds(file.elements)) {
    problems.push(`${boundEnds(file.elements)} bound ends became ${boundEnds(alive)}`);
  }
  const byId = new Map(alive.map((it) => [it.id, it]));
  const knows = (id, other) => byId.get(id)?.boundElements?.some((it) => it.id === other);
  for (const it of alive) {
    for (const binding of [it.startBinding, it.endBinding]) {
      if (binding && !knows(binding.elementId, it.id)) {
        problems.push(`${it.id} is bound to ${binding.elementId}, which does not know it`);
      }
    }
    if (it.containerId && !knows(it.containerId, it.id)) {
      problems.push(`${it.id} is in ${it.containerId}, which does not know it`);
    }
  }
  for (const it of file.elements) {
    const after = byId.get(it.id);
    if (!after || after.text !== it.text || after.x !== it.x || after.y !== it.y) {
      problems.push(`${it.id} has changed`);
    }
  }
  const svg = await exportToSvg({ elements: alive, appState, files, skipInliningFonts: true });
  return { svg: svg.outerHTML, problems };
};

globalThis.exports = { drawMermaid, openExcalidraw };
