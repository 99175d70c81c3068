namespace Numerai.Tournament.Participants;

/// <summary>A portfolio command and what came of it.</summary>
public sealed record AnsweredPortfolioChange(ChangePortfolio Command, PortfolioChangeView Answer);
