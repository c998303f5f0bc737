"""The table as a picture: a bar for each ratio, and a line where its target is."""

from xml.sax.saxutils import escape


def write(bench, path):
    rows = []
    for what, wanted, value, note in bench.rows:
        words = value.split()
        if len(words) == 2 and words[1] == "x" and wanted.startswith("<="):
            rows.append((what, float(words[0]), float(wanted.split()[1]), note))
    height, left, width = 26, 440, 300
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 120}" height="{height * len(rows) + 40}" '
        'font-family="sans-serif" font-size="13">',
        f'<text x="{left}" y="18" fill="#666">ratio, as a share of its target (the line)</text>']
    for number, (what, value, target, note) in enumerate(rows):
        y = 30 + number * height
        share = min(value / target, 2)
        color = "#c0392b" if note == "MISSED" else "#2a7f62"
        parts += [
            f'<text x="{left - 10}" y="{y + 15}" text-anchor="end" fill="#888">{escape(what)}</text>',
            f'<rect x="{left}" y="{y + 3}" width="{share * width / 2:.0f}" height="16" fill="{color}"/>',
            f'<text x="{left + share * width / 2 + 6:.0f}" y="{y + 15}" fill="#888">{value:.2f}, at most {target:g}</text>']
    parts += [f'<line x1="{left + width / 2:.0f}" x2="{left + width / 2:.0f}" y1="28" y2="{height * len(rows) + 32}" stroke="#888"/>', "</svg>"]
    path.write_text("\n".join(parts) + "\n")
