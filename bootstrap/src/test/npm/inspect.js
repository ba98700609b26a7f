// Runs in a page that is an exported SVG: is all text where it belongs, by the browser's own measure?
(() => {
  const problems = [];
  const root = document.documentElement;
  if (root.nodeName !== 'svg' || document.querySelector('parsererror')) {
    return { size: { width: 100, height: 100 }, problems: ['is no SVG'] };
  }
  if (document.querySelector('script, image, use, foreignObject, style, link, a')) {
    problems.push('is not self-contained');
  }
  const corners = (box) => [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x, box.y + box.height],
    [box.x + box.width, box.y + box.height],
  ];
  const holds = (shape, box) =>
    corners(box).every(([x, y]) => {
      const point = root.createSVGPoint();
      point.x = x;
      point.y = y;
      return shape.isPointInFill(point);
    });
  const frame = root.viewBox.baseVal;
  for (const group of document.querySelectorAll('g[data-id]')) {
    const text = group.querySelector('text');
    if (!text) {
      continue;
    }
    const shape = group.querySelector('rect, circle, polygon, path');
    const name = `${group.dataset.id} (${text.textContent})`;
    const box = text.getBBox();
    if (
      box.x < frame.x ||
      box.y < frame.y ||
      box.x + box.width > frame.x + frame.width ||
      box.y + box.height > frame.y + frame.height
    ) {
      problems.push(`${name} leaves the image`);
    }
    // The star and the heart are not convex: their lines are looked at one by one.
    const convex = shape && (shape.nodeName !== 'path' && shape.points?.length !== 10);
    const boxes = convex ? [box] : [...text.querySelectorAll('tspan')].map((line) => line.getBBox());
    if (shape && !boxes.every((it) => holds(shape, it))) {
      problems.push(`${name} leaves its shape`);
    }
  }
  const inPixels = (length) => Math.min(4000, Math.ceil(length));
  return { size: { width: inPixels(frame.width), height: inPixels(frame.height) }, problems };
})();
