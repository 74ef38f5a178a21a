/** Shuts what Camunda 7.24 leaves open, for every caller and whatever the feature; each hole has an attack among the tests. */
package nl.tweespoor.hardening;
