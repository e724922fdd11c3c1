/** Cases and sightings, and the store that keeps them. */
@NullMarked
package dev.backflow.cases;

import org.jspecify.annotations.NullMarked;
