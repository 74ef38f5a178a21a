/*
 * What is English in Tasklist outside a form and stands in its code instead of in locales/nl.json.
 */

// Tells a screen reader how to pronounce the page.
document.documentElement.lang = 'nl';
