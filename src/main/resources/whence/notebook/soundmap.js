page.begin(ID, (data) => {
  const size = { w: 1120, h: 840 }; // twice what is shown, so that it is sharp on fine screens
  const room = 30;
  const heard = data.points.filter((point) => point.audio);
  const canvas = page.make('canvas', {
    width: size.w, height: size.h, role: 'img', 'aria-label': 'sounds in a plane',
    style: `width:${size.w / 2}px;max-width:100%;display:block;cursor:pointer`,
  });
  const along = (axis, length) => {
    const [low, high] = maps.range(data.points.map((point) => point.at[axis]));
    return (point) => room + ((point.at[axis] - low) / (high - low || 1)) * (length - 2 * room);
  };
  const across = along(0, size.w);
  const up = along(1, size.h);
  const place = (point) => [across(point), size.h - up(point)];
  const status = page.status();
  const player = page.control('audio', { controls: '' });
  const context = canvas.getContext('2d');
  const dot = (point, radius) => {
    const group = data.groups[point.group];
    context.beginPath();
    context.arc(...place(point), radius, 0, 2 * Math.PI);
    context.fillStyle = group.open ? '#ffffff' : group.colour;
    context.strokeStyle = group.colour;
    context.lineWidth = 3;
    context.fill();
    context.stroke();
  };
  const ring = (point) => {
    context.beginPath();
    context.arc(...place(point), 18, 0, 2 * Math.PI);
    context.strokeStyle = '#1a1a1a';
    context.lineWidth = 4;
    context.stroke();
  };
  const join = (point, other) => {
    context.beginPath();
    context.moveTo(...place(point));
    context.lineTo(...place(other));
    context.strokeStyle = '#1a1a1a';
    context.lineWidth = 2;
    context.stroke();
  };
  const show = (k, play) => {
    const point = heard[k];
    const near = point.neighbours.map((i) => data.points[i]);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, size.w, size.h);
    near.forEach((other) => join(point, other));
    data.points.filter((other) => !other.audio).forEach((other) => dot(other, 3));
    heard.forEach((other) => dot(other, 9));
    ring(point);
    player.src = point.audio;
    const names = near.map((other) => other.name);
    status.textContent = `${k + 1} of ${heard.length}: ${point.name}`
      + (names.length ? `; nearest: ${names.join(', ')}` : '');
    slider.input.value = k;
    slider.input.setAttribute('aria-valuetext', point.name);
    if (play) player.play().catch(() => {});
    return { name: point.name, near: names };
  };
  const slider = page.slider(ID + '-slider', 'sound',
    { min: 0, max: heard.length - 1, step: 1, value: 0 }, (k) => show(k, true));
  canvas.addEventListener('click', (event) => {
    const frame = canvas.getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * size.w;
    const y = ((event.clientY - frame.top) / frame.height) * size.h;
    const far = heard.map((point) => Math.hypot(place(point)[0] - x, place(point)[1] - y));
    show(far.indexOf(Math.min(...far)), true);
  });
  const legend = data.groups.map((group) => page.make('span', { style: 'margin-right:1em;white-space:nowrap' },
    page.make('span', { style: `color:${group.colour}` }, group.open ? '○ ' : '● '), group.name));
  show(0, false);
  return [canvas, page.make('div', {}, ...legend), slider.line, player, status,
    page.make('small', {}, 'a click chooses the nearest large dot; so does the slider, one after the other')];
});
