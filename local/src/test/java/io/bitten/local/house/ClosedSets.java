package io.bitten.local.house;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cases our own enums and types name. Parsed sources carry no types, so a switch counts as one
 * over a closed set when every label it has is a constant of our enums or one of our types.
 */
final class ClosedSets extends TreeScanner<Boolean, Set<String>> {
  private final Set<String> names = new HashSet<>();

  static ClosedSets of(List<Source> sources) {
    ClosedSets sets = new ClosedSets();
    sources.forEach(source -> sets.scan(source.unit(), sets.names));
    return sets;
  }

  @Override
  public Boolean visitClass(ClassTree type, Set<String> into) {
    if (!type.getSimpleName().isEmpty()) {
      into.add(type.getSimpleName().toString());
    }
    if (type.getKind() == Tree.Kind.ENUM) {
      type.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(member -> ((VariableTree) member).getName().toString())
          .filter(name -> name.equals(name.toUpperCase(java.util.Locale.ROOT)))
          .forEach(into::add);
    }
    return super.visitClass(type, into);
  }

  boolean hasNeedlessDefault(List<? extends CaseTree> cases) {
    List<? extends CaseLabelTree> labels =
        cases.stream().flatMap(each -> each.getLabels().stream()).toList();
    List<? extends CaseLabelTree> named =
        labels.stream().filter(label -> !(label instanceof DefaultCaseLabelTree)).toList();
    return named.size() < labels.size()
        && !named.isEmpty()
        && named.stream().allMatch(label -> names.contains(nameOf(label)));
  }

  private static String nameOf(CaseLabelTree label) {
    if (label instanceof ConstantCaseLabelTree constant) {
      return lastName(constant.getConstantExpression());
    }
    if (label instanceof PatternCaseLabelTree pattern) {
      if (pattern.getPattern() instanceof BindingPatternTree binding) {
        return lastName(binding.getVariable().getType());
      }
      if (pattern.getPattern() instanceof DeconstructionPatternTree parts) {
        return lastName(parts.getDeconstructor());
      }
    }
    return "";
  }

  private static String lastName(Tree tree) {
    return switch (tree) {
      case IdentifierTree identifier -> identifier.getName().toString();
      case MemberSelectTree select -> select.getIdentifier().toString();
      case ExpressionTree other -> "";
      case Tree other -> "";
    };
  }
}
