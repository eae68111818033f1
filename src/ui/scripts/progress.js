// Shows how far long work has come, once a second, and the whole page again when it is over.
const shown = document.querySelector('[data-progress]')
const look = async () => {
  const answer = await fetch(location.href, { cache: 'no-store' })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const next = page.querySelector('[data-progress]')
  if (!next || page.querySelectorAll('form').length !== document.querySelectorAll('form').length)
    return location.reload()
  shown.querySelector('[role=status]').textContent = next.querySelector('[role=status]').textContent
  shown.querySelector('progress').value = next.querySelector('progress').value
  again()
}
const again = () => setTimeout(() => look().catch(again), 1000)
if (shown) again()
