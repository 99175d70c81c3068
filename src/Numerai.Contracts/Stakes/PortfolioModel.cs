namespace Numerai.Contracts;

/// <summary>A model of a portfolio.</summary>
/// <param name="Weight">Its share is this over the sum of all.</param>
/// <param name="Target">What it should have by its weight.</param>
/// <param name="Stake">Its active stake.</param>
/// <param name="Leaving">On its way to other models of the portfolio.</param>
public sealed record PortfolioModel(ModelId Id, string Name, decimal Weight, Nmr Target, Nmr Stake, Nmr Leaving);
