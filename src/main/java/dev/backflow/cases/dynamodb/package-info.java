/** The case store on one DynamoDB table; docs/cases.md has its keys. */
@NullMarked
package dev.backflow.cases.dynamodb;

import org.jspecify.annotations.NullMarked;
