/** YAML as far as a configuration needs it: plain trees in which every value knows where it was written. */
@NullMarked
package org.crease.trainer.config.yaml;

import org.jspecify.annotations.NullMarked;
