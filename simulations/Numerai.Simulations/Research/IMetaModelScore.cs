namespace Numerai.Simulations.Research;

/// <summary>What a meta model would have scored in a round, had it been a submission.</summary>
internal interface IMetaModelScore
{
    /// <returns>Rounded as published; NaN for no vector or a constant one.</returns>
    double Of(double[]? predictions);
}
