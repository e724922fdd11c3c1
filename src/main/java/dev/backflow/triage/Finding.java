package dev.backflow.triage;

/**
 * One thing that counts for or against.
 *
 * @param code a stable word for machines, for example {@code renamed}
 * @param points what it adds to the score; 0 for a fact worth saying
 * @param text what it is, for a person
 */
public record Finding(String code, int points, String text) {}
