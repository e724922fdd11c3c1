package dev.backflow.detection;

/**
 * A program that was recognised.
 *
 * @param client whose grammar reads the line
 * @param how by what it was recognised
 */
record Identified(Client client, Detection.Identification how) {}
