namespace Numerai.Simulations.Agents;

/// <summary>
/// noise, in Signals: every security has a random number that is drawn anew once in half a year, each in another week. Numbers drawn anew
/// every week would churn so much that nothing is ever at risk.
/// </summary>
public sealed class SteadyNoiseAgent(AgentSeat seat) : IAgent
{
    private const int Weeks = 26;

    public void Train(AgentView view)
    {
    }

    public AgentSubmission Predict(AgentView view)
    {
        var tickers = view.Signals!.Live.Tickers;
        return new AgentSubmission(Array.ConvertAll(tickers, ticker =>
        {
            var security = Seeds.Of(ticker);
            var place = Seeds.Mix(seat.Seed, 10, security) % Weeks;
            return Seeds.Stream(seat.Seed, 11, security, (view.Round + place + Weeks) / Weeks).NextDouble();
        }));
    }
}
