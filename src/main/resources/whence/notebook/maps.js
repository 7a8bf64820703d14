// Heat maps in a page, by the same arithmetic as the Java packages whence.heatmap and
// whence.figure: sums in double, rounded once to float. A test compares the numbers.
const maps = {
  /** Float32 numbers, little-endian, from base 64. */
  floats(text) {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  },

  /** A mask from lengths of runs, the first of cells outside. */
  mask(runs, size) {
    const cells = new Uint8Array(size);
    let at = 0;
    runs.forEach((length, i) => {
      cells.fill(i % 2, at, at + length);
      at += length;
    });
    return cells;
  },

  /** Two neighbours and the second one's part, as in Interpolation.linear. */
  axis(geometry, cells, pixels) {
    return Array.from({ length: pixels }, (_, pixel) => {
      const free = (pixel - geometry.first) / geometry.cell;
      const position = Math.min(Math.max(free, 0), cells - 1);
      const below = Math.trunc(position);
      return { below, above: Math.min(below + 1, cells - 1), part: position - below };
    });
  },

  /** Cells [h, w] as pixels [H, W], as Resize.bilinear has it. */
  enlarge(cells, grid, size) {
    const rows = maps.axis(grid, grid.h, size.h);
    const columns = maps.axis(grid, grid.w, size.w);
    const wide = new Float64Array(grid.h * size.w);
    for (let y = 0; y < grid.h; y++) {
      columns.forEach((c, x) => {
        const row = y * grid.w;
        let sum = 0;
        sum += (1 - c.part) * cells[row + c.below];
        sum += c.part * cells[row + c.above];
        wide[y * size.w + x] = sum;
      });
    }
    const pixels = new Float32Array(size.h * size.w);
    rows.forEach((r, y) => {
      for (let x = 0; x < size.w; x++) {
        let sum = 0;
        sum += (1 - r.part) * wide[r.below * size.w + x];
        sum += r.part * wide[r.above * size.w + x];
        pixels[y * size.w + x] = sum;
      }
    });
    return pixels;
  },

  /** Lowest and highest value. */
  range(values) {
    return values.reduce((r, v) => [Math.min(r[0], v), Math.max(r[1], v)], [Infinity, -Infinity]);
  },

  /** Over [0, 1], as MinMax has it; a constant map stays. */
  stretch(values) {
    const [low, high] = maps.range(values);
    return low === high ? values : values.map((v) => (v - low) / (high - low));
  },

  /** Values at or above a threshold, as Threshold.atLeast has it. */
  atLeast(values, threshold) {
    return Uint8Array.from(values, (v) => (v >= threshold ? 1 : 0));
  },

  /** Intersection over union; 0 where both are empty. */
  iou(a, b) {
    let both = 0;
    let either = 0;
    for (let i = 0; i < a.length; i++) {
      both += a[i] & b[i];
      either += a[i] | b[i];
    }
    return either === 0 ? 0 : both / either;
  },

  /** Colour of a value in [0, 1], as HeatColours has it. */
  colour(anchors, value) {
    const place = Math.max(0, Math.min(1, value)) * (anchors.length - 1);
    const below = Math.min(Math.trunc(place), anchors.length - 2);
    const part = place - below;
    return [16, 8, 0].map((shift) => {
      const low = (anchors[below] >> shift) & 255;
      const high = (anchors[below + 1] >> shift) & 255;
      return Math.round(low + part * (high - low));
    });
  },

  /** Paints a stretched map over a grey picture, as Overlay has it. */
  paint(canvas, grey, values, anchors) {
    const context = canvas.getContext('2d');
    const image = context.createImageData(canvas.width, canvas.height);
    values.forEach((free, i) => {
      const value = Math.max(0, Math.min(1, free));
      const share = 0.35 + 0.4 * value;
      maps.colour(anchors, value).forEach((heat, channel) => {
        image.data[4 * i + channel] = Math.round((1 - share) * grey[i] + share * heat);
      });
      image.data[4 * i + 3] = 255;
    });
    context.putImageData(image, 0, 0);
  },

  /** Draws the border of a mask of pixels, dashed or whole. */
  outline(canvas, mask, colour, dashed) {
    const context = canvas.getContext('2d');
    const w = canvas.width;
    const h = canvas.height;
    const at = (x, y) => x >= 0 && y >= 0 && x < w && y < h && mask[y * w + x];
    const edges = [];
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        if (at(x, y) && !(at(x - 1, y) && at(x + 1, y) && at(x, y - 1) && at(x, y + 1))) {
          edges.push([x, y]);
        }
      }
    }
    context.fillStyle = 'rgba(20,20,20,0.8)';
    edges.forEach(([x, y]) => context.fillRect(x - 1, y - 1, 3, 3));
    context.fillStyle = colour;
    edges.forEach(([x, y]) => {
      if (!dashed || (x + y) % 8 < 5) context.fillRect(x - 0.5, y - 0.5, 2, 2);
    });
  },

  /** Draws cells of a grid: an outline around positive ones, strokes over negative ones. */
  cells(canvas, grid, positive, negative) {
    const context = canvas.getContext('2d');
    const edge = (i) => grid.first + 0.5 + (i - 0.5) * grid.cell;
    const inside = (x, y) => x >= 0 && y >= 0 && x < grid.w && y < grid.h && positive[y * grid.w + x];
    context.strokeStyle = 'rgba(255,255,255,0.45)';
    context.lineWidth = 0.8;
    context.beginPath();
    for (let i = 0; i < negative.length; i++) {
      if (negative[i]) {
        const x = edge(i % grid.w);
        const y = edge(Math.trunc(i / grid.w));
        context.moveTo(x, y + grid.cell);
        context.lineTo(x + grid.cell, y);
      }
    }
    context.stroke();
    const path = new Path2D();
    for (let y = 0; y < grid.h; y++) {
      for (let x = 0; x < grid.w; x++) {
        if (!inside(x, y)) continue;
        const sides = [
          [inside(x, y - 1), x, y, x + 1, y],
          [inside(x + 1, y), x + 1, y, x + 1, y + 1],
          [inside(x, y + 1), x, y + 1, x + 1, y + 1],
          [inside(x - 1, y), x, y, x, y + 1],
        ];
        sides.filter(([hidden]) => !hidden).forEach(([, x1, y1, x2, y2]) => {
          path.moveTo(edge(x1), edge(y1));
          path.lineTo(edge(x2), edge(y2));
        });
      }
    }
    for (const [width, colour] of [[4, '#1a1a1a'], [2, '#ffffff']]) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke(path);
    }
  },
};
