namespace Numerai.Simulations.Economy;

/// <summary>Where the NMR went. Amounts in NMR.</summary>
/// <param name="Runway">Rounds the treasury would still last at the mean net payout of the last half; infinite when it gains.</param>
/// <param name="FirstShortfall">First round whose payouts the treasury could not cover, 0 for none.</param>
/// <param name="NoiseHalfLife">Rounds after which a stake on noise is worth half, by its mean log growth; infinite when it grows, NaN
/// without noise.</param>
/// <param name="PayoutRatio">Burned over paid.</param>
public sealed record EconomySummary(
    double Paid,
    double Burned,
    double TreasuryStart,
    double TreasuryEnd,
    double Shortfall,
    int FirstShortfall,
    double Runway,
    double GiniStart,
    double GiniEnd,
    double AtRiskStart,
    double AtRiskEnd,
    double NoiseHalfLife,
    double PayoutRatio);
