// After a form came back, the summary of what went wrong takes the focus; its links lead to the fields.
document.getElementById('problems')?.focus();
