page.begin(ID, (data, grey) => {
  const [low, high] = data.range;
  const canvas = page.canvas(data.size, 'heat map of the chosen sound');
  const status = page.status();
  const player = page.control('audio', { controls: '' });
  const buttons = data.sounds.map((sound) =>
    page.control('button', { type: 'button', 'aria-pressed': 'false' }, sound.name));
  const show = (k, play) => {
    const pixels = maps.enlarge(maps.floats(data.sounds[k].map), data.grid, data.size);
    maps.paint(canvas, grey, pixels.map((v) => (v - low) / (high - low)), data.colours);
    if (data.sounds[k].truth) {
      const truth = maps.mask(data.sounds[k].truth, pixels.length);
      maps.outline(canvas, truth, '#56b4e9', true);
    }
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(i === k)));
    buttons.forEach((button, i) => { button.style.fontWeight = i === k ? 'bold' : 'normal'; });
    player.src = data.sounds[k].audio;
    const top = maps.range(pixels)[1];
    status.textContent = `${data.sounds[k].name}: highest cosine ${top.toFixed(3)}`;
    if (play) player.play().catch(() => {});
    return { top };
  };
  buttons.forEach((button, k) => button.addEventListener('click', () => show(k, true)));
  show(0, false);
  return [canvas, page.make('div', { role: 'group', 'aria-label': 'sounds' }, ...buttons), player,
    status, page.make('small', {}, 'dashed blue: the object of the chosen sound')];
});
