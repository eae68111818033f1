// Shows new messages as they come. Without it, the page shows them when it is loaded again.
const thread = document.querySelector('[data-live]')
if (thread && 'EventSource' in window) {
  const newest = () => thread.lastElementChild?.dataset.id ?? ''
  const open = () => {
    const stream = new EventSource(`${thread.dataset.live}?after=${newest()}`)
    stream.addEventListener('message', ({ data, lastEventId }) => {
      if (document.getElementById(`m-${lastEventId}`)) return
      document.querySelector('.ly-thread-empty')?.remove()
      thread.insertAdjacentHTML('beforeend', data)
      thread.lastElementChild.scrollIntoView({ block: 'nearest' })
    })
  }
  open()
}
