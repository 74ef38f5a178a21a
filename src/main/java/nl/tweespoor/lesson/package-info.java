/** What dossiers teach those who come after them: who reads it when they explore or plan, and what becomes of it. */
package nl.tweespoor.lesson;
