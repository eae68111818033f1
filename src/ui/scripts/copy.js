// A button that copies the words of another part of the page. Without script it is not there.
for (const button of document.querySelectorAll('[data-copy]')) {
  const from = document.getElementById(button.dataset.copy)
  if (!from || !navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(from.textContent)
    button.textContent = 'Copied'
  })
}
