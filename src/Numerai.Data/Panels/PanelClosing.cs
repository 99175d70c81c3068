namespace Numerai.Data.Panels;

/// <summary>A time without a trading day that is longer than a long weekend.</summary>
/// <param name="LastBefore">The last trading day before it.</param>
/// <param name="FirstAfter">The first one after it.</param>
/// <param name="Days">Calendar days from the one to the other.</param>
public sealed record PanelClosing(DateOnly LastBefore, DateOnly FirstAfter, int Days);
