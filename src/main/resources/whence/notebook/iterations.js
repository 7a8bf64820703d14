page.begin(ID, (data, grey) => {
  const truth = maps.mask(data.truth, data.size.w * data.size.h);
  const canvas = page.canvas(data.size, 'heat map and cells of one iteration');
  const status = page.status();
  const show = (t) => {
    const step = data.iterations[t];
    const values = maps.stretch(maps.enlarge(maps.floats(step.map), data.grid, data.size));
    const cells = data.grid.h * data.grid.w;
    maps.paint(canvas, grey, values, data.colours);
    maps.cells(canvas, data.grid, maps.mask(step.positive, cells), maps.mask(step.negative, cells));
    maps.outline(canvas, truth, '#56b4e9', true);
    const iou = maps.iou(maps.atLeast(values, data.threshold), truth);
    status.textContent = `iteration ${t} of ${data.iterations.length - 1}: `
      + `IoU ${iou.toFixed(3)} at threshold ${data.threshold}`;
    return { iou };
  };
  const last = data.iterations.length - 1;
  const { input, line } = page.slider(ID + '-slider', 'iteration',
    { min: 0, max: last, step: 1, value: 0 }, show);
  const step = (by) => {
    input.value = Math.max(0, Math.min(last, Number(input.value) + by));
    show(Number(input.value));
  };
  for (const [text, by] of [['back', -1], ['next', 1]]) {
    const button = page.control('button', { type: 'button' }, text);
    button.addEventListener('click', () => step(by));
    line.append(' ', button);
  }
  show(0);
  return [canvas, line, status, page.make('small', {},
    'white: cells taken as sounding; strokes: as non-sounding; dashed blue: truth')];
});
