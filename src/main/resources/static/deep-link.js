// A browser keeps what stands after # to itself, such as the task in Tasklist that a link leads to. Here it goes along past the login.
document.querySelectorAll('form[action="/login"]').forEach(form => {
  form.action += window.location.hash;
});
