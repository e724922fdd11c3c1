package dev.backflow.commandline;

/**
 * What a program makes of one argument, or of a part of it: a cluster of options has several.
 *
 * @param argument index in the argv, 0 being the program
 * @param says what it means, in words
 * @param decides whether the decision on reverse forwards rests on it
 */
public record Meaning(int argument, String says, boolean decides) {}
