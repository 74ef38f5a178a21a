/**
 * How fast Tweespoor is beside plain Camunda, and beside itself with more in it. It prints ratios and judges nothing: on a
 * busy machine a test of speed fails for a reason that isn't in the code. {@code mvn -Pbenchmark -DskipTests verify} runs it.
 */
package nl.tweespoor.benchmark;
