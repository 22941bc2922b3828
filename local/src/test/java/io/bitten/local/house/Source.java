package io.bitten.local.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** One parsed source file, and where in it a piece stands. */
record Source(String path, String text, CompilationUnitTree unit, DocTrees trees) {

  /** Parses texts by their path; nothing is compiled, so nothing need resolve. */
  static List<Source> parse(Map<String, String> texts) {
    List<SourceText> files = new ArrayList<>();
    texts.forEach((path, text) -> files.add(new SourceText(path, text)));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
    DocTrees trees = DocTrees.instance(task);
    List<Source> sources = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        String path = unit.getSourceFile().toUri().getPath().substring(1);
        sources.add(new Source(path, texts.get(path), unit, trees));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  boolean isTest() {
    return path.contains("src/test/");
  }

  boolean documented(TreePath type) {
    return trees.getDocCommentTree(type) != null;
  }

  long line(Tree tree) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  /** Lines from the first to the last character of the tree. */
  long lines(Tree tree) {
    long end = trees.getSourcePositions().getEndPosition(unit, tree);
    return unit.getLineMap().getLineNumber(end) - line(tree) + 1;
  }
}
