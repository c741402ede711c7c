// The way home where a page has broken: a plain link.

export default function wayHome({ data, parentElement }) {
  parentElement.querySelector("a").textContent = data.name;
}
