/** {@code crease config}: checks, resolves and describes configurations. */
@NullMarked
package org.crease.app.config;

import org.jspecify.annotations.NullMarked;
