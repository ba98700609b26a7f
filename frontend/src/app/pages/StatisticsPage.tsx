export default function StatisticsPage() { return <h1>StatisticsPage</h1>; }
