namespace Numerai.Tournament.Accounts;

/// <summary>
/// A portfolio command and what came of it. The portfolio is left out, since it names every model: a repeated command answers with it as it
/// is by then.
/// </summary>
public sealed record AnsweredPortfolioChange(ChangePortfolio Command, PortfolioChangeView Answer);
