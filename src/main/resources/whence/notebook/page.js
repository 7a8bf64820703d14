// Puts a picture that can be moved in place of the still one.
const page = {
  /** An element with attributes and children; text makes a text node. */
  make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  },

  /** What takes keys; JupyterLab would take arrows for itself. */
  control(tag, attributes, ...children) {
    return page.make(tag, { 'data-lm-suppress-shortcuts': 'true', ...attributes }, ...children);
  },

  /** Luma of a picture's pixels, as Overlay has it. */
  grey(image, size) {
    const canvas = page.make('canvas', { width: size.w, height: size.h });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, size.w, size.h);
    const { data } = context.getImageData(0, 0, size.w, size.h);
    return Float64Array.from({ length: size.w * size.h }, (_, i) =>
      0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2]);
  },

  /** A canvas that says in words what it shows. */
  canvas(size, label) {
    return page.make('canvas', {
      width: size.w, height: size.h, role: 'img', 'aria-label': label,
      style: `width:${Math.round(1.5 * size.w)}px;max-width:100%;display:block`,
    });
  },

  /** A slider with its name; keys work as in every slider. */
  slider(id, name, attributes, moved) {
    const input = page.control('input', { type: 'range', id, style: 'width:20em', ...attributes });
    input.addEventListener('input', () => moved(Number(input.value)));
    const label = page.make('label', { for: id }, name + ' ');
    return { input, line: page.make('div', {}, label, input) };
  },

  /** A line of text that is read aloud when it changes. */
  status() {
    return page.make('div', { role: 'status', 'aria-live': 'polite' });
  },

  /**
   * Calls build(data, grey) when the frame is there, if there is one, then shows what it returns in
   * place of the still picture. Scripts that are blocked leave the still picture.
   */
  begin(id, build) {
    const root = document.getElementById(id);
    if (!root || root.dataset.ready) return;
    root.dataset.ready = 'yes';
    const data = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    const show = (parts) =>
      root.querySelector('.still').replaceWith(page.make('div', {}, ...parts));
    if (!data.frame) {
      show(build(data));
      return;
    }
    const image = new Image();
    image.onload = () => show(build(data, page.grey(image, data.size)));
    image.src = data.frame;
  },
};
