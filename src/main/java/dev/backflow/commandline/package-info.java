/**
 * Windows command lines as ssh and plink read them: argv splitting, wrappers, the two grammars,
 * redaction. Pure Java: nothing here knows of events, files or AWS.
 */
@NullMarked
package dev.backflow.commandline;

import org.jspecify.annotations.NullMarked;
