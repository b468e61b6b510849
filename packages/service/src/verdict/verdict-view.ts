import type { Finding, Opinion, Verdict } from '@tranche/ledger/check';
import { type EvidenceBook, type GraphView, graphView } from '../evidence/index.ts';
import type { VerdictView } from '../views/index.ts';

/** A verdict as the faces show it: findings with their figures and evidence, and the derivation they open. */
export function verdictViewOf(verdict: Verdict, evidence: EvidenceBook): VerdictView {
  const graph = graphView(verdict.graph, evidence);
  const { today } = verdict;
  return {
    ...opinionView(verdict, graph, evidence),
    check: verdict.check,
    knownOn: verdict.knownOn,
    ...(verdict.condition === undefined ? {} : { condition: verdict.condition }),
    ...(today === undefined
      ? {}
      : { today: { ...opinionView(today, graph, evidence), knownOn: today.knownOn } }),
    derivation: graph.derivation,
  };
}

const opinionView = (opinion: Opinion, graph: GraphView, evidence: EvidenceBook) => ({
  verdict: opinion.verdict,
  summary: opinion.summary,
  findings: opinion.findings.map((finding) => findingView(finding, graph, evidence)),
});

const findingView = ({ text, node, evidence: ids }: Finding, graph: GraphView, evidence: EvidenceBook) => ({
  text,
  ...(node === undefined ? {} : { figure: graph.figure(node) }),
  evidence: evidence.of(ids),
});
