package io.bitten.local.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** One source file held against every {@link Rule}. */
final class Inspection extends TreePathScanner<Boolean, ClosedSets> {
  private static final int MOST_LINES_OF_A_METHOD = 40;
  private static final int MOST_PARAMETERS = 4;
  private static final Pattern VAGUE =
      Pattern.compile(".*(Manager|Helper|Utils?|Impl|Processor|Service|Base|Data|Info)");
  private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
  private static final Pattern PRINTER =
      Pattern.compile(".*/cli/.*|.*Main\\.java|\\.mvn/.*|.*/src/test/.*|bench/.*");

  /** Words that belong to others: Telegram's sign-in text is called initData. */
  private static final String BORROWED = "InitData";

  private static final Set<String> TESTS = Set.of("Test", "TestFactory", "ParameterizedTest");

  private final Source source;
  private final List<Finding> findings = new ArrayList<>();

  private Inspection(Source source) {
    this.source = source;
  }

  static List<Finding> of(Source source, ClosedSets sets) {
    Inspection inspection = new Inspection(source);
    inspection.scan(source.unit(), sets);
    inspection.later();
    return inspection.findings;
  }

  @Override
  public Boolean visitClass(ClassTree type, ClosedSets sets) {
    String name = type.getSimpleName().toString();
    ModifiersTree modifiers = type.getModifiers();
    if (VAGUE.matcher(name).matches() && !name.endsWith(BORROWED)) {
      found(Rule.VAGUE_NAME, type, name);
    }
    boolean named = type.getKind() == Tree.Kind.CLASS && !name.isEmpty();
    if (named && open(modifiers.getFlags()) && !source.isTest()) {
      found(Rule.OPEN_CLASS, type, name);
    }
    boolean top = getCurrentPath().getParentPath().getLeaf() == source.unit();
    boolean seen = top && modifiers.getFlags().contains(Modifier.PUBLIC) && !source.isTest();
    if (seen && !source.documented(getCurrentPath())) {
      found(Rule.NO_WORD, type, name);
    }
    boolean tests = type.getMembers().stream().anyMatch(Inspection::isTestMethod);
    boolean runs = top && !modifiers.getFlags().contains(Modifier.ABSTRACT);
    if (runs && tests && !name.endsWith("Test")) {
      found(Rule.UNSEEN_TEST, type, name);
    }
    return super.visitClass(type, sets);
  }

  private static boolean open(Set<Modifier> flags) {
    return !flags.contains(Modifier.FINAL)
        && !flags.contains(Modifier.ABSTRACT)
        && !flags.contains(Modifier.SEALED);
  }

  @Override
  public Boolean visitMethod(MethodTree method, ClosedSets sets) {
    String name = method.getName().toString();
    long lines = method.getBody() == null ? 1 : source.lines(method.getBody());
    if (lines > MOST_LINES_OF_A_METHOD) {
      found(Rule.LONG_METHOD, method, name + " has " + lines + " lines");
    }
    int parameters = method.getParameters().size();
    if (parameters > MOST_PARAMETERS && !fixedByOthers(method) && !source.isTest()) {
      found(Rule.MANY_PARAMETERS, method, name + " takes " + parameters);
    }
    if (isTestMethod(method) && !name.contains("_")) {
      found(Rule.SHORT_SENTENCE, method, name);
    }
    return super.visitMethod(method, sets);
  }

  /** A record's constructor has its components; an override has what it overrides. */
  private boolean fixedByOthers(MethodTree method) {
    Tree owner = getCurrentPath().getParentPath().getLeaf();
    boolean constructor = method.getName().contentEquals("<init>");
    return constructor && owner.getKind() == Tree.Kind.RECORD || annotated(method, "Override");
  }

  @Override
  public Boolean visitCatch(CatchTree caught, ClosedSets sets) {
    if (caught.getBlock().getStatements().isEmpty()) {
      found(Rule.EMPTY_CATCH, caught, "empty catch");
    }
    String type = caught.getParameter().getType().toString();
    boolean wide = type.equals("Throwable") || type.equals("Exception") && !closing();
    if (wide) {
      found(Rule.WIDE_CATCH, caught, "catches " + type);
    }
    return super.visitCatch(caught, sets);
  }

  /** What closes several parts goes on after one that does not close, and close may throw it. */
  private boolean closing() {
    for (Tree around : getCurrentPath()) {
      if (around instanceof MethodTree method) {
        return method.getName().contentEquals("close");
      }
    }
    return false;
  }

  @Override
  public Boolean visitMemberSelect(MemberSelectTree select, ClosedSets sets) {
    String text = select.toString();
    boolean complains = text.equals("System.err") && !source.path().startsWith("local/");
    if ((text.equals("System.out") || complains) && !PRINTER.matcher(source.path()).matches()) {
      found(Rule.PRINTED, select, text);
    }
    if (text.equals("Thread.sleep") && source.isTest()) {
      found(Rule.SLEEPING_TEST, select, text);
    }
    return super.visitMemberSelect(select, sets);
  }

  @Override
  public Boolean visitSwitch(SwitchTree node, ClosedSets sets) {
    closed(node, node.getCases(), sets);
    return super.visitSwitch(node, sets);
  }

  @Override
  public Boolean visitSwitchExpression(SwitchExpressionTree node, ClosedSets sets) {
    closed(node, node.getCases(), sets);
    return super.visitSwitchExpression(node, sets);
  }

  private void closed(Tree node, List<? extends CaseTree> cases, ClosedSets sets) {
    if (sets.hasNeedlessDefault(cases)) {
      found(Rule.DEFAULT_CASE, node, "default over a closed set");
    }
  }

  private void later() {
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (LATER.matcher(lines.get(i)).find() && !source.path().endsWith("Inspection.java")) {
        findings.add(new Finding(Rule.LATER, source.path(), i + 1L, lines.get(i).strip()));
      }
    }
  }

  private static boolean isTestMethod(Tree member) {
    return member instanceof MethodTree method
        && TESTS.stream().anyMatch(name -> annotated(method, name));
  }

  private static boolean annotated(MethodTree method, String name) {
    return method.getModifiers().getAnnotations().stream()
        .map(AnnotationTree::getAnnotationType)
        .anyMatch(type -> type.toString().equals(name));
  }

  private void found(Rule rule, Tree tree, String what) {
    findings.add(new Finding(rule, source.path(), source.line(tree), what));
  }
}
