namespace Numerai.Client.Standings;

/// <summary>Returns over the last day, 91 days, 365 days, and all time.</summary>
public sealed record Returns(ReturnWindow Day, ReturnWindow ThreeMonths, ReturnWindow Year, ReturnWindow All);
