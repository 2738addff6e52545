/** What papers say, held against what sweeps give: expected facts from YAML, and a verdict on each. */
@NullMarked
package org.crease.trainer.reproduction;

import org.jspecify.annotations.NullMarked;
