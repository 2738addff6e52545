@NullMarked
package org.crease.app.inspect;

import org.jspecify.annotations.NullMarked;
