/**
 * Where the linter's input comes from: files found, read as text, and the Kubernetes objects in
 * them. Knows nothing of rules; the linter's other packages may use it.
 */
@NullMarked
package dev.plimsoll.linter.source;

import org.jspecify.annotations.NullMarked;
