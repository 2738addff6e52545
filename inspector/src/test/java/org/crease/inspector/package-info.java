@NullMarked
package org.crease.inspector;

import org.jspecify.annotations.NullMarked;
