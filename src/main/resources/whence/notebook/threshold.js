page.begin(ID, (data, grey) => {
  const stretched = maps.stretch(maps.enlarge(maps.floats(data.map), data.grid, data.size));
  const truth = maps.mask(data.truth, stretched.length);
  const canvas = page.canvas(data.size, 'heat map with predicted and true outline');
  const status = page.status();
  const show = (threshold) => {
    const predicted = maps.atLeast(stretched, threshold);
    const iou = maps.iou(predicted, truth);
    const share = predicted.reduce((sum, p) => sum + p, 0) / predicted.length;
    maps.paint(canvas, grey, stretched, data.colours);
    maps.outline(canvas, truth, '#56b4e9', true);
    maps.outline(canvas, predicted, '#ffffff', false);
    status.textContent = `threshold ${threshold.toFixed(2)}: IoU ${iou.toFixed(3)}, `
      + `${iou >= data.success ? 'a success' : 'no success'} (IoU of ${data.success} or more), `
      + `${(100 * share).toFixed(1)} % of the frame`;
    return { iou, share };
  };
  const { line } = page.slider(ID + '-slider', 'threshold',
    { min: 0, max: 1, step: 0.01, value: data.threshold }, show);
  show(data.threshold);
  return [canvas, line, status, page.make('small', {}, 'white: prediction; dashed blue: truth')];
});
