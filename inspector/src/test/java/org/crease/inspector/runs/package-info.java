@NullMarked
package org.crease.inspector.runs;

import org.jspecify.annotations.NullMarked;
