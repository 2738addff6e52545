/** The configuration: its records, how YAML is read into them, and the JSON Schema that describes them. */
@NullMarked
package org.crease.trainer.config;

import org.jspecify.annotations.NullMarked;
