// Prints the page that one looks at. Nothing leaves the computer.

export default function printPage(component) {
  const button = component.parentElement.querySelector("button");
  button.textContent = component.data.print;
  button.onclick = () => window.print();
}
