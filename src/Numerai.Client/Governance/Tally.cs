namespace Numerai.Client.Governance;

public sealed record Tally(NmrAmount For, NmrAmount Against, NmrAmount Abstain, int Voters);
